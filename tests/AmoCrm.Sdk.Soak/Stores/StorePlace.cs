using AmoCrm.Sdk.Soak.Workers;
using MongoDB.Driver;

namespace AmoCrm.Sdk.Soak.Stores;

/// <summary>Where the settings of one run are: a database or a folder of its own, gone after the run.</summary>
internal sealed class StorePlace : IAsyncDisposable
{
    private readonly string _place;
    private readonly string _database;

    private StorePlace(StoreKind kind, string place, string database)
    {
        Kind = kind;
        _place = place;
        _database = database;
        Store = StoreFactory.Open(kind, place, database);
    }

    public StoreKind Kind { get; }

    /// <summary>The parent's own view of it.</summary>
    public IAmoCrmTokenStore Store { get; }

    public static StorePlace Create(StoreKind kind, string? connectionString) => kind == StoreKind.File
        ? new StorePlace(kind, Path.Combine(Directory.CreateTempSubdirectory("amocrm_sdk_soak_").FullName, "settings.json"), "")
        : new StorePlace(kind, connectionString!, $"amocrm_sdk_soak_{Guid.NewGuid():N}");

    public WorkerSetup Setup(Uri emulator, TimeSpan lease) => new(Kind, _place, _database, emulator, lease);

    public async ValueTask DisposeAsync()
    {
        (Store as IDisposable)?.Dispose();
        if (Kind == StoreKind.File)
        {
            await DeleteFolderAsync(Path.GetDirectoryName(_place)!);
            return;
        }

        using var client = new MongoClient(_place);
        await client.DropDatabaseAsync(_database);
    }

    // A client drops the pair before the last one in the background, and may be writing still.
    private static async Task DeleteFolderAsync(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 10)
            {
                await Task.Delay(100);
            }
        }
    }
}
