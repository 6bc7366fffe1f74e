namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The parts of the model that single artifacts depend on: what they leave out cannot make an artifact change.</summary>
internal static class SdkSelections
{
    public static HandlerTableInput HandlerTable(SdkModel sdk) => new(sdk.Modules.SelectMany(static module => module.Handlers.SelectMany(handler => Entries(module, handler))).ToEquatableArray());

    public static EquatableArray<ClientNoun> ClientNouns(SdkModel sdk) => sdk.Clients.Select(static client => new ClientNoun(client.Name, client.Summary)).ToEquatableArray();

    /// <summary>The types with a JSON form of their own: models that are JSON on the wire, enums, and the results of writes.</summary>
    public static JsonTypesInput JsonTypes(SdkModel sdk) => new(
        Names(sdk.Models.Where(static model => model.Kind != ModelKind.Query).Select(static model => model.Name)
            .Concat(sdk.Modules.SelectMany(static module => module.Handlers)
                .Where(static handler => handler.Returns.Kind is ReturnsKind.Created or ReturnsKind.Updated)
                .Select(static handler => handler.Stem + "Result"))),
        Names(sdk.Enums.Where(static item => !item.IsInteger).Select(static item => item.Name)),
        Names(sdk.Enums.Where(static item => item.IsInteger).Select(static item => item.Name)));

    public static IEnumerable<ModuleDescriptionsInput> Descriptions(SdkModel sdk) => sdk.Modules.Select(module =>
    {
        var used = new HashSet<string>(module.Handlers.SelectMany(TypeNames), StringComparer.Ordinal);
        return new ModuleDescriptionsInput(module, sdk.Enums.Where(item => used.Contains(item.Name)).ToEquatableArray());
    });

    public static ModelSchemasInput ModelSchemas(SdkModel sdk)
    {
        var models = sdk.Models.ToDictionary(static model => model.Name, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in sdk.Modules.SelectMany(static module => module.Handlers).SelectMany(TypeNames))
        {
            Reach(name, models, reached);
        }

        return new ModelSchemasInput(
            sdk.Models.Where(model => reached.Contains(model.Name)).ToEquatableArray(),
            sdk.Enums.Where(item => reached.Contains(item.Name)).ToEquatableArray());
    }

    private static IEnumerable<string> TypeNames(HandlerSpec handler) => handler.Params.Select(static param => param.Type.Name)
        .Concat(handler.Returns.Extra.Select(static field => field.Type.Name))
        .Append(handler.Returns.ModelName);

    private static void Reach(string name, Dictionary<string, ModelSpec> models, HashSet<string> reached)
    {
        if (!reached.Add(name) || !models.TryGetValue(name, out var model))
        {
            return;
        }

        foreach (var field in model.Fields)
        {
            Reach(field.Type.Name, models, reached);
        }
    }

    private static IEnumerable<HandlerTableEntry> Entries(ModuleSpec module, HandlerSpec handler)
    {
        var handlersClass = module.Identifier + "Handlers";
        yield return new HandlerTableEntry(handler.Name, handlersClass, handler.Stem);
        if (handler.Batch?.Handler is { } batch)
        {
            yield return new HandlerTableEntry(batch, handlersClass, HandlerStem.Of(batch));
        }
    }

    private static EquatableArray<string> Names(IEnumerable<string> names) => names.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();
}
