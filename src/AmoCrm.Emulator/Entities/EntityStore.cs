namespace AmoCrm.Emulator.Entities;

/// <summary>The main entities of an account.</summary>
internal sealed class EntityStore
{
    private readonly Dictionary<string, EntityTable> _tables = EntityKinds.All.ToDictionary(kind => kind.Plural, _ => new EntityTable(), StringComparer.Ordinal);

    /// <summary>Those that are there, by id. Not a copy.</summary>
    public IReadOnlyList<EntityRecord> Of(string plural) => _tables[plural].Living;

    /// <summary>Those in the bin, by id.</summary>
    public IReadOnlyList<EntityRecord> Deleted(string plural) => _tables[plural].Deleted;

    /// <summary>How many there are, those in the bin included.</summary>
    public int Count(string plural) => _tables[plural].Living.Count + _tables[plural].Deleted.Count;

    public EntityRecord? Find(string plural, long id) => _tables.TryGetValue(plural, out var table) ? table.Find(id) : null;

    public EntityRecord? Find(EntityRef entity) => Find(entity.Type, entity.Id);

    public void Add(EntityRecord record) => _tables[record.Kind.Plural].Add(record);

    /// <summary>Puts a record into the bin.</summary>
    public void Bin(EntityRecord record) => _tables[record.Kind.Plural].Bin(record);

    /// <summary>Drops the values of a deleted field.</summary>
    public void ForgetField(string scope, long fieldId)
    {
        if (_tables.TryGetValue(scope, out var table))
        {
            foreach (var record in table.Living.Concat(table.Deleted))
            {
                record.Values.Forget(fieldId);
            }
        }
    }
}
