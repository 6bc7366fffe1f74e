namespace AmoCrm.Emulator.Accounts;

/// <summary>The grammatical forms of <c>with=entity_names</c>.</summary>
internal static class EntityNames
{
    public static JsonObject Create() => new()
    {
        ["leads"] = Forms("f", ["сделка", "сделки", "сделке", "сделку", "сделкой", "сделке"], ["сделки", "сделок", "сделкам", "сделки", "сделками", "сделках"]),
    };

    private static JsonObject Forms(string gender, string[] singular, string[] plural) => new()
    {
        ["ru"] = new JsonObject
        {
            ["gender"] = gender,
            ["plural_form"] = Cases(plural),
            ["singular_form"] = Cases(singular),
        },
    };

    private static JsonObject Cases(string[] forms) => new()
    {
        ["dative"] = forms[2],
        ["default"] = forms[0],
        ["genitive"] = forms[1],
        ["accusative"] = forms[3],
        ["instrumental"] = forms[4],
        ["prepositional"] = forms[5],
    };
}
