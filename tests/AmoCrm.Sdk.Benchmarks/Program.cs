using AmoCrm.Sdk.Benchmarks;

return await BenchmarkCommand.InvokeAsync(args);
