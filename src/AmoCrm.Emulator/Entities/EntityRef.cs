namespace AmoCrm.Emulator.Entities;

/// <summary>A type by its plural name, and an id.</summary>
internal readonly record struct EntityRef(string Type, long Id)
{
    /// <summary>The singular name that events use.</summary>
    public string EventType => Type switch
    {
        "companies" => "company",
        _ when Type.EndsWith('s') => Type[..^1],
        _ => Type,
    };

    public string ApiPath => $"{Type}/{Id}";
}
