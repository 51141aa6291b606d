#include <backorder/backorder.h>
#include <stdio.h>

int main(void) { return puts(bo_version()) < 0; }
