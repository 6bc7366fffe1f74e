using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>A model as a JSON object.</summary>
internal static class ModelShape
{
    /// <summary>What the model's reader and writer need to know.</summary>
    public static JsonObjectShape Of(ModelSpec model) => new(
        model.Name,
        model.Kind == ModelKind.Query ? model.Fields.Select(AsJson).ToList() : model.Fields.ToList(),
        model.Skip.ToList(),
        KeepsUnknown: model.Kind != ModelKind.Result,
        Shorthand(model));

    /// <summary>The model's field that a shorthand means.</summary>
    public static FieldSpec? FieldOf(ModelSpec model, string? shorthand) =>
        shorthand is null ? null : model.Fields.FirstOrDefault(field => field.Name == shorthand);

    /// <summary>Dynamic calls know a query model's members by their manifest names; where they lie in the query is the query's business.</summary>
    private static FieldSpec AsJson(FieldSpec field) => field with { Path = new EquatableArray<string>([field.Name]) };

    private static string? Shorthand(ModelSpec model)
    {
        var cases = new List<string>();
        Add("String", FieldOf(model, model.ShorthandString));
        Add("Number", FieldOf(model, model.ShorthandNumber));
        return cases.Count == 0 ? null : string.Join("\n\n", cases);

        void Add(string token, FieldSpec? field)
        {
            if (field is not null)
            {
                cases.Add($$"""
                    if (reader.TokenType == JsonTokenType.{{token}})
                    {
                        return new {{model.Name}} { {{field.Property}} = {{JsonReading.Present(field.Type)}} };
                    }
                    """);
            }
        }
    }
}
