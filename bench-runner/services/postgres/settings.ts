/**
 * Settings of the server that the lab starts, beyond PostgreSQL's defaults. `fsync` and
 * `full_page_writes` stay on. docs/services.md says what was measured for the choices.
 */
export const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Workers of a server × connections of its pool, and the runner.
  max_connections: '500',
  shared_buffers: '256MB',
  huge_pages: 'off',
  // What is left behind by SIGKILL lies in the data folder, which is removed, not in /dev/shm.
  dynamic_shared_memory_type: 'mmap',
  min_dynamic_shared_memory: '32MB',
  // The compilation of a query is a matter of its estimated cost, which jumps.
  jit: 'off',
  // A commit does not wait for the disk: writes would compare disks, not frameworks.
  synchronous_commit: 'off',
  // Nothing runs by itself while something is measured: the data is vacuumed after loading.
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
  // Rows loaded in the transaction that creates their table need no log of their own.
  wal_level: 'minimal',
  max_wal_senders: '0',
  maintenance_work_mem: '128MB',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.save': 'off',
  // Wrong requests are part of what is measured; writing each to the log would be, too.
  log_min_messages: 'log',
  log_line_prefix: '%m [%p] ',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;
