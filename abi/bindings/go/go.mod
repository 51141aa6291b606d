module backorder

go 1.19
