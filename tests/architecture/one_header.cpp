// Stands for a source file of whichever room it is compiled as. The header comes first, so that it must bring
// along all it needs.
#ifdef HEADER
#include HEADER
#endif

int used() {
  return 1;
}
