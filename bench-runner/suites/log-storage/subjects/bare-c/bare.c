/*
 * The file calls of a log and nothing else: pwrite, pread, fdatasync and ftruncate of one file.
 *
 *   bare FILE append BYTES FILE_BYTES page-cache|interval|sync
 *   bare FILE read BYTES FILE_BYTES
 *   bare FILE random-read BYTES FILE_BYTES SEED
 *
 * It answers "ready" and then each line of standard input with one line:
 *
 *   run N   "done" after N calls
 *   cpu     "cpu USER SYSTEM", CPU used since it started, in microseconds
 *   check   "ok", or "wrong" and what is
 *
 * It ends when standard input does, and with a message on standard error when a call fails. The
 * file is gone then.
 */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* As bare-file: what is written stays in a second-level cache. */
#define USUAL_FILLING_BYTES (256 * 1024)
/* As the defaults of the segment log. */
#define INTERVAL_MS 100
#define INTERVAL_BYTES (8 * 1024 * 1024)
/* Most bytes at the end of a written file, and about how many pieces of a read one, a check reads. */
#define CHECKED_BYTES (16 * 1024 * 1024)
#define CHECKED_PIECES 64

enum kind { APPEND, READ, RANDOM_READ };
enum durability { PAGE_CACHE, INTERVAL, SYNC };

static const char *path;
static int descriptor = -1;
static enum kind kind;
static enum durability durability;
static size_t piece_bytes;
static uint64_t file_bytes;

static void fail(const char *format, ...) {
  int cause = errno;
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  if (cause != 0) fprintf(stderr, ": %s", strerror(cause));
  fputc('\n', stderr);
  if (descriptor >= 0) unlink(path);
  exit(1);
}

/* Marsaglia, Xorshift RNGs, Journal of Statistical Software 8(14), 2003. */
static inline uint32_t xorshift32(uint32_t state) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

/* What files hold, over and over: whole pieces of pseudo-random bytes, at least two. */

static unsigned char *filling;
static size_t filling_bytes;

static void make_filling(void) {
  size_t count = USUAL_FILLING_BYTES / piece_bytes;
  filling_bytes = (count < 2 ? 2 : count) * piece_bytes;
  filling = malloc(filling_bytes);
  if (filling == NULL) fail("could not allocate %zu bytes", filling_bytes);
  uint32_t state = 1;
  for (size_t index = 0; index < filling_bytes; index++) {
    state = xorshift32(state);
    filling[index] = (unsigned char)(state >> 24);
  }
}

static void write_at(const unsigned char *bytes, size_t length, uint64_t position) {
  errno = 0;
  ssize_t written = pwrite(descriptor, bytes, length, (off_t)position);
  if (written != (ssize_t)length) fail("wrote %zd of %zu bytes", written, length);
}

static void sync_file(void) {
  if (fdatasync(descriptor) != 0) fail("could not sync %s", path);
}

/* Syncs behind the writes: every interval, and early once enough bytes wait. */

static pthread_mutex_t syncer_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t syncer_wake;
static atomic_uint_fast64_t unsynced;

static void *sync_behind(void *nothing) {
  for (;;) {
    struct timespec due;
    clock_gettime(CLOCK_MONOTONIC, &due);
    due.tv_nsec += INTERVAL_MS * 1000000L;
    due.tv_sec += due.tv_nsec / 1000000000L;
    due.tv_nsec %= 1000000000L;
    int waited = 0;
    pthread_mutex_lock(&syncer_lock);
    while (waited == 0 && atomic_load(&unsynced) < INTERVAL_BYTES) {
      waited = pthread_cond_timedwait(&syncer_wake, &syncer_lock, &due);
    }
    pthread_mutex_unlock(&syncer_lock);
    if (atomic_exchange(&unsynced, 0) > 0) sync_file();
  }
  return nothing;
}

static void start_syncer(void) {
  pthread_condattr_t attributes;
  pthread_t thread;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&syncer_wake, &attributes);
  errno = pthread_create(&thread, NULL, sync_behind, NULL);
  if (errno != 0) fail("could not start a thread");
}

static void note_write(void) {
  uint64_t before = atomic_fetch_add(&unsynced, piece_bytes);
  if (before >= INTERVAL_BYTES || before + piece_bytes < INTERVAL_BYTES) return;
  pthread_mutex_lock(&syncer_lock);
  pthread_cond_signal(&syncer_wake);
  pthread_mutex_unlock(&syncer_lock);
}

/* Pieces at the end of a file, which is emptied when the next one would make it too long. */

static uint64_t end_position;
static size_t next_filling;

static void append_piece(void) {
  if (end_position + piece_bytes > file_bytes) {
    if (ftruncate(descriptor, 0) != 0) fail("could not truncate %s", path);
    end_position = 0;
    next_filling = 0;
  }
  write_at(filling + next_filling, piece_bytes, end_position);
  end_position += piece_bytes;
  next_filling += piece_bytes;
  if (next_filling == filling_bytes) next_filling = 0;
  if (durability == SYNC) sync_file();
  if (durability == INTERVAL) note_write();
}

/* Pieces of a file that was filled first, one after the other or at random. */

static unsigned char *piece;
static int64_t piece_position = -1;
static uint64_t pieces;
static uint64_t next_piece;
static uint32_t random_state;

static void fill_file(void) {
  for (uint64_t at = 0; at < file_bytes; at += filling_bytes) {
    uint64_t rest = file_bytes - at;
    write_at(filling, rest < filling_bytes ? (size_t)rest : filling_bytes, at);
  }
}

static void read_at(uint64_t position) {
  errno = 0;
  ssize_t got = pread(descriptor, piece, piece_bytes, (off_t)position);
  if (got != (ssize_t)piece_bytes) fail("read %zd of %zu bytes", got, piece_bytes);
  piece_position = (int64_t)position;
}

static void read_piece(void) {
  uint64_t index = next_piece;
  if (kind == RANDOM_READ) {
    random_state = xorshift32(random_state);
    index = random_state % pieces;
  } else {
    next_piece = next_piece + 1 == pieces ? 0 : next_piece + 1;
  }
  read_at(index * piece_bytes);
}

static void run(uint64_t count) {
  for (uint64_t done = 0; done < count; done++) {
    if (kind == APPEND) append_piece();
    else read_piece();
  }
}

/* Says what is wrong with the piece read last; nothing if it is what was written. */
static const char *compare_piece(void) {
  static char wrong[80];
  if (memcmp(piece, filling + (uint64_t)piece_position % filling_bytes, piece_bytes) == 0) return NULL;
  snprintf(wrong, sizeof wrong, "the piece at byte %" PRId64 " is not what was written", piece_position);
  return wrong;
}

static const char *check(void) {
  uint64_t from = 0;
  uint64_t to = pieces * piece_bytes;
  uint64_t step = (pieces / CHECKED_PIECES + 1) * piece_bytes;
  const char *wrong = piece_position < 0 ? NULL : compare_piece();
  if (kind == APPEND) {
    if (end_position == 0) run(2);
    struct stat status;
    if (fstat(descriptor, &status) != 0) fail("could not look at %s", path);
    if ((uint64_t)status.st_size != end_position) return "the file has another length than was written";
    uint64_t most = CHECKED_BYTES > piece_bytes ? CHECKED_BYTES / piece_bytes * piece_bytes : piece_bytes;
    to = end_position;
    from = to > most ? to - most : 0;
    step = piece_bytes;
    wrong = NULL;
  }
  for (uint64_t at = from; at < to && wrong == NULL; at += step) {
    read_at(at);
    wrong = compare_piece();
  }
  return wrong;
}

static uint64_t micros(struct timeval time) {
  return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_usec;
}

static void answer(const char *line) {
  uint64_t count;
  if (sscanf(line, "run %" SCNu64, &count) == 1) {
    run(count);
    puts("done");
  } else if (strcmp(line, "cpu\n") == 0) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    printf("cpu %" PRIu64 " %" PRIu64 "\n", micros(used.ru_utime), micros(used.ru_stime));
  } else if (strcmp(line, "check\n") == 0) {
    const char *wrong = check();
    printf(wrong == NULL ? "ok%s\n" : "wrong %s\n", wrong == NULL ? "" : wrong);
  } else {
    errno = 0;
    fail("unknown command: %s", line);
  }
}

static void parse(int argc, char **argv) {
  errno = 0;
  if (argc < 5) fail("usage: bare FILE append|read|random-read BYTES FILE_BYTES [DURABILITY|SEED]");
  const char *last = argc > 5 ? argv[5] : "";
  path = argv[1];
  if (strcmp(argv[2], "append") == 0) kind = APPEND;
  else if (strcmp(argv[2], "read") == 0) kind = READ;
  else if (strcmp(argv[2], "random-read") == 0) kind = RANDOM_READ;
  else fail("%s is not append, read or random-read", argv[2]);
  piece_bytes = strtoull(argv[3], NULL, 10);
  file_bytes = strtoull(argv[4], NULL, 10);
  if (piece_bytes == 0 || piece_bytes > file_bytes) {
    fail("a file of %s bytes holds no piece of %s", argv[4], argv[3]);
  }
  if (strcmp(last, "sync") == 0) durability = SYNC;
  if (strcmp(last, "interval") == 0) durability = INTERVAL;
  random_state = (uint32_t)strtoull(last, NULL, 10);
  if (random_state == 0) random_state = 1;
}

int main(int argc, char **argv) {
  parse(argc, argv);
  make_filling();
  piece = malloc(piece_bytes);
  if (piece == NULL) fail("could not allocate %zu bytes", piece_bytes);
  descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
  if (descriptor < 0) fail("could not open %s", path);
  if (kind != APPEND) {
    pieces = file_bytes / piece_bytes;
    fill_file();
  } else if (durability == INTERVAL) {
    start_syncer();
  }
  puts("ready");
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    answer(line);
    fflush(stdout);
  }
  unlink(path);
  return 0;
}
