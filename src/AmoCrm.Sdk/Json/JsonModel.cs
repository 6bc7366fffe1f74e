namespace AmoCrm.Sdk.Json;

/// <summary>The reader and the writer of a model as delegates, each made once.</summary>
/// <typeparam name="T">The model.</typeparam>
internal static class JsonModel<T>
    where T : class, IJsonModel<T>
{
    public static readonly JsonValueReader<T> Reader = T.ReadFrom;
    public static readonly JsonValueWriter<T> Writer = static (writer, model) => model.WriteTo(writer);
}
