namespace AmoCrm.Cli.Demo;

/// <summary>One handler's part in the story, told twice: as a typed call and by name. Each returns what it saw, in a few words, or throws.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Typed">Calls the client's method and checks the answer.</param>
/// <param name="ByName">Calls the handler by its name with JSON and checks the answer.</param>
internal sealed record DemoStep(string Handler, Func<DemoTelling, CancellationToken, Task<string>> Typed, Func<DemoTelling, CancellationToken, Task<string>> ByName);
