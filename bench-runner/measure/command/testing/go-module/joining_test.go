package joining

import (
	"strings"
	"testing"
)

var joined string

func BenchmarkJoin(b *testing.B) {
	for _, size := range []string{"2", "64"} {
		b.Run("parts="+size, func(b *testing.B) {
			parts := strings.Split(strings.Repeat("x,", len(size)*16), ",")
			b.SetBytes(int64(len(parts)))
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				joined = strings.Join(parts, "-")
			}
			b.ReportMetric(float64(len(parts)), "parts/op")
		})
	}
}

func BenchmarkPanic(b *testing.B) {
	panic("no such part")
}
