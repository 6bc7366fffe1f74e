namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>What a worker process is told first, on its standard input: secrets are in it, and a command line can be read by others.</summary>
/// <param name="Store">Which store.</param>
/// <param name="Place">The connection string, or the path of the file.</param>
/// <param name="Database">The database; empty for a file.</param>
/// <param name="Emulator">Where amoCRM is.</param>
/// <param name="Lease">How long a lease lasts.</param>
internal sealed record WorkerSetup(StoreKind Store, string Place, string Database, Uri Emulator, TimeSpan Lease);
