// Allocations are counted over the whole process: nothing else may run meanwhile.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
