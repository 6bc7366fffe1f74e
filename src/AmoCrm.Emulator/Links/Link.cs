namespace AmoCrm.Emulator.Links;

/// <summary>A link between two objects; it reads the same from both ends.</summary>
internal sealed class Link(EntityRef one, EntityRef other)
{
    public EntityRef One { get; } = one;

    public EntityRef Other { get; } = other;

    /// <summary>Whether the contact is the main one of the lead or customer.</summary>
    public bool IsMain { get; set; }

    public long? CatalogId { get; set; }

    public JsonNode? Quantity { get; set; }

    public JsonNode? PriceId { get; set; }

    public bool Joins(EntityRef first, EntityRef second) => (One == first && Other == second) || (One == second && Other == first);

    public EntityRef FarEnd(EntityRef near) => One == near ? Other : One;
}
