module example.test/joining

go 1.18
