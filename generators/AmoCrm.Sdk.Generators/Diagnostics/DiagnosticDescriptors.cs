using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Diagnostics;

/// <summary>Every mistake the generator reports. Ids are never reused; each has a row in docs/diagnostics.md, which a test compares with this file.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "AmoCrm.Manifest";

    // The compiler stops at such an error before it binds method bodies: hand-written code that uses a misspelt param
    // would add errors of its own (SecondHandErrorTests).
    private const string Final = WellKnownDiagnosticTags.NotConfigurable;

    public static readonly DiagnosticDescriptor MalformedYaml = new("AMO0001", "Malformed YAML", "{0} The entry is skipped: repair its YAML", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateKey = new("AMO0002", "Duplicate key", "'{0}' is already there: remove or rename one of the two", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnsupportedYaml = new("AMO0003", "YAML feature that the manifest does not use", "{0}: write it out, the manifest uses only mappings, lists and scalars", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnquotedText = new("AMO0004", "Text that YAML reads as something else", "YAML reads this as {0}, and {1} is text: quote it, \"{2}\"", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor WrongShape = new("AMO0005", "Wrong shape of a value", "{0} must be {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownKey = new("AMO0006", "Unknown key", "{0} has no key '{1}'.{2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor MissingKey = new("AMO0007", "Missing key", "{0} needs the key '{1}': add it", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownWord = new("AMO0008", "Unknown word", "'{0}' is no {1}.{2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor MissingSummary = new("AMO0009", "Missing summary", "{0} has no summary: say in a sentence what it is, it becomes the documentation", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor InvalidName = new("AMO0010", "Invalid name", "'{0}' is no valid {1}: {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateHandler = new("AMO0011", "Duplicate handler", "The handler '{0}' is already declared: handler names are unique in all files, rename or remove this one", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateType = new("AMO0012", "Duplicate model or enum", "The name '{0}' is already taken by {1}: rename or remove this one", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor ForbiddenName = new("AMO0013", "Name that would hide a .NET or SDK type", "A model or enum cannot be named '{0}', which would hide {1}: name it 'Crm{0}'", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownType = new("AMO0014", "Unknown type", "There is no type '{0}'.{1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor BadTypeExpression = new("AMO0015", "Bad type expression", "'{0}' is no type expression: write T, T?, T[] or T[]?", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownPlacement = new("AMO0016", "Unknown placement of a param", "'{0}' is no placement of a param.{1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor PathVariableWithoutParam = new("AMO0017", "Path variable without a param", "The path has a variable '{{{0}}}' and there is no param of that name.{1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor ParamNotInPath = new("AMO0018", "Path param that is not in the path", "The param '{0}' is in the path, and the path '{1}' has no variable '{{{0}}}'.{2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateWireName = new("AMO0019", "Duplicate name on the wire", "The name '{0}' is already used by '{1}': each name on the wire belongs to one {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateProperty = new("AMO0020", "Duplicate C# name", "The C# name '{0}' is already used by {1}: give this one a name of its own with '{2}'", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor RequiredParamWithDefault = new("AMO0021", "Required param with a default", "The param '{0}' is required and has a default: make its type '{1}?', or remove the default", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor BadDefault = new("AMO0022", "Bad default", "'{0}' is no {1}.{2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor BadRange = new("AMO0023", "Bad range", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor BadEndpoint = new("AMO0024", "Bad endpoint", "'{0}' is no endpoint: {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UndocumentedEndpoint = new("AMO0025", "Endpoint that the API does not document", "'{0}' is not in endpoints.yaml.{1} If the public API does not document it, say why it is used with 'unsupported: reason'", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor BadTarget = new("AMO0026", "Bad target", "'{0}' is no target: {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor TargetClash = new("AMO0027", "Targets that clash", "Here {0} writes where {1} already does: give each its own target", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownClient = new("AMO0028", "Unknown client", "There is no client '{0}'.{1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateClient = new("AMO0029", "Duplicate client", "The client '{0}' is already declared in {1}: declare it once, handlers of other modules may still add to it", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownHandler = new("AMO0030", "Unknown handler", "There is no handler '{0}' that reads one {1}.{2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownEnvelopeExpression = new("AMO0031", "Unknown envelope expression", "'{0}' is no envelope expression here.{1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor PageWithoutPaging = new("AMO0032", "Page without paging", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownParam = new("AMO0033", "Unknown param", "The handler has no param '{0}'.{1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownMember = new("AMO0034", "Param that nothing expects", "No model has a member '{0}', so the name looks misspelt.{1} If it is right, {2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateModule = new("AMO0035", "Duplicate module", "The module '{0}' is already declared in {1}: one file a module", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor Contradiction = new("AMO0036", "Keys that contradict each other", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor BadReturns = new("AMO0037", "Bad returns", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor DuplicateMethod = new("AMO0038", "Duplicate client method", "The client '{0}' already has a method '{1}', made by '{2}': give this handler another 'method'", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownFile = new("AMO0039", "File that is no manifest", "This file has none of the keys 'module', 'models', 'enums' and 'endpoints': add one, or take the file out of the manifest", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    public static readonly DiagnosticDescriptor UnknownField = new("AMO0040", "Unknown field", "The model '{0}' has no field '{1}' that fits.{2}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: Final);

    /// <summary>The descriptors by id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> ById { get; } = new[]
    {
        MalformedYaml,
        DuplicateKey,
        UnsupportedYaml,
        UnquotedText,
        WrongShape,
        UnknownKey,
        MissingKey,
        UnknownWord,
        MissingSummary,
        InvalidName,
        DuplicateHandler,
        DuplicateType,
        ForbiddenName,
        UnknownType,
        BadTypeExpression,
        UnknownPlacement,
        PathVariableWithoutParam,
        ParamNotInPath,
        DuplicateWireName,
        DuplicateProperty,
        RequiredParamWithDefault,
        BadDefault,
        BadRange,
        BadEndpoint,
        UndocumentedEndpoint,
        BadTarget,
        TargetClash,
        UnknownClient,
        DuplicateClient,
        UnknownHandler,
        UnknownEnvelopeExpression,
        PageWithoutPaging,
        UnknownParam,
        UnknownMember,
        DuplicateModule,
        Contradiction,
        BadReturns,
        DuplicateMethod,
        UnknownFile,
        UnknownField,
    }.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);
}
