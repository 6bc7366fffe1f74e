namespace AmoCrm.Sdk.Soak.Stores;

internal enum StoreKind
{
    MongoDb,
    File,
}
