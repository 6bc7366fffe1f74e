#if NET9_0_OR_GREATER
global using SyncRoot = System.Threading.Lock;
#else
global using SyncRoot = System.Object;
#endif
