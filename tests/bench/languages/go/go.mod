module measure

go 1.19

require backorder v0.0.0

replace backorder => ../../../../abi/bindings/go
