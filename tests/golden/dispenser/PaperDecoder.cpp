// The decoder of the hardware's tests judges whole tickets here too; each folder of tests is a program of its
// own.
#include "tests/unit/hardware/Decoder.cpp"
