using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The binder of dynamic arguments. The first line names the handler; behind it are the arguments.</summary>
internal sealed class ArgumentsTarget : FuzzTarget
{
    private static readonly IReadOnlyDictionary<string, HandlerDescriptor> Handlers = HandlerCatalog.All.ToDictionary(static handler => handler.Name, StringComparer.Ordinal);

    public override string Name => "arguments";

    public override IReadOnlyCollection<string> Labels => HandlerCatalog.Names;

    public override IEnumerable<string> Words => HandlerCatalog.Names
        .Concat(HandlerCatalog.All.SelectMany(static handler => handler.Parameters).SelectMany(static parameter => parameter.Aliases.Prepend(parameter.Name)).Distinct(StringComparer.Ordinal).Select(static name => $"\"{name}\":"));

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        .. GrowingInput.JsonBehind("amocrm_create_lead\n"),
        new("deep brackets", static size => $"amocrm_list_companies\n{{\"filter{GrowingInput.Repeat("[a]", size)}\":1}}"),
        new("many brackets", static size => $"amocrm_list_companies\n{{{string.Join(',', Enumerable.Range(0, size / 20).Select(static number => $"\"filter[id][{number}]\":1"))}}}"),
        new("one list in brackets", static size => $"amocrm_list_companies\n{{{string.Join(',', Enumerable.Repeat("\"filter[id][]\":1", size / 18))}}}"),
        new("a list as text", static size => $"amocrm_list_companies\n{{\"with\":\"{GrowingInput.Repeat("contacts,", size)}\"}}"),
        new("JSON in a text", static size => $"amocrm_list_companies\n{{\"filter\":\"{new string('[', size)}\"}}"),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        var labelled = LabelledInput.Parse(input);
        if (JsonTexts.Parse(labelled.Rest) is not { } arguments)
        {
            return ValueTask.CompletedTask;
        }

        var handler = labelled.Choose(Handlers, HandlerCatalog.Names);
        try
        {
            var request = handler.BindRequest(arguments);
            FuzzFailureException.ThrowUnless(handler.RequestType.IsInstanceOfType(request), "A request has the handler's type.");
        }
        catch (AmoCrmArgumentException exception)
        {
            FuzzFailureException.ThrowUnless(exception.Handler == handler.Name, "A refused argument names its handler.");
            if (!JsonTexts.HasName(arguments, Canary.Word))
            {
                Canary.ThrowIfIn(exception);
            }
        }

        return ValueTask.CompletedTask;
    }
}
