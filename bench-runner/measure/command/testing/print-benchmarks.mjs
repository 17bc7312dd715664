// Prints what `go test -bench` prints, for the tests of the parser's surroundings.
const [mode = 'good', ...rest] = process.argv.slice(2);
const header = 'goos: linux\ngoarch: amd64\npkg: example.test/frames\n';
const results = [
  'BenchmarkWrite/size=64-8  1000000  104.1 ns/op  614.8 MB/s  48 B/op  1 allocs/op',
  'BenchmarkWrite/size=64-8  1000000  106.3 ns/op  602.1 MB/s  48 B/op  1 allocs/op',
  'BenchmarkWrite/size=64-8  1000000  301.9 ns/op  212.0 MB/s  52 B/op  1 allocs/op',
  'BenchmarkWrite/size=1024-8  50000  1988 ns/op',
];

if (mode === 'good')
  console.log(`${header}${results.join('\n')}\nPASS\nok  example.test/frames 1.2s`);
if (mode === 'silent') console.error('nothing to do');
if (mode === 'infinite') console.log('BenchmarkWrite-8  1  +Inf MB/s');
if (mode === 'arguments') console.log(`BenchmarkEcho 1 ${rest.length} ns/op\n${rest.join('\n')}`);
if (mode === 'exit') {
  console.log(header);
  console.error('could not open frames.bin');
  process.exitCode = 4;
}
if (mode === 'failed') {
  console.log(`${header}--- FAIL: BenchmarkWrite\n    write_test.go:9: wrong frame\nFAIL`);
}
if (mode === 'hangs') {
  console.log('still working');
  setInterval(() => {}, 1_000);
}
