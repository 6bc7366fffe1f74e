namespace AmoCrm.Sdk.Soak.Stores;

internal enum StoreKind
{
    MongoDb,
    File,

    /// <summary>For programs that are not about stores.</summary>
    None,
}
