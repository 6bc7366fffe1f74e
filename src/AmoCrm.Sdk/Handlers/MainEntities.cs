namespace AmoCrm.Sdk.Handlers;

/// <summary>The entities that have notes, and with them calls: the four that a salesperson works on.</summary>
internal static class MainEntities
{
    public static IReadOnlyList<EntityType> Types { get; } = [EntityType.Leads, EntityType.Contacts, EntityType.Companies, EntityType.Customers];
}
