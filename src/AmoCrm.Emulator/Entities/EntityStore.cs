namespace AmoCrm.Emulator.Entities;

/// <summary>The main entities of an account.</summary>
internal sealed class EntityStore
{
    private readonly Dictionary<string, SortedDictionary<long, EntityRecord>> _records =
        EntityKinds.All.ToDictionary(kind => kind.Plural, _ => new SortedDictionary<long, EntityRecord>(), StringComparer.Ordinal);

    public IEnumerable<EntityRecord> Of(string plural) => _records[plural].Values.Where(record => !record.IsDeleted);

    public IEnumerable<EntityRecord> Deleted(string plural) => _records[plural].Values.Where(record => record.IsDeleted);

    public EntityRecord? Find(string plural, long id) =>
        _records.TryGetValue(plural, out var records) && records.TryGetValue(id, out var record) && !record.IsDeleted ? record : null;

    public EntityRecord? Find(EntityRef entity) => Find(entity.Type, entity.Id);

    public void Add(EntityRecord record) => _records[record.Kind.Plural].Add(record.Id, record);

    /// <summary>Drops the values of a deleted field.</summary>
    public void ForgetField(string scope, long fieldId)
    {
        if (_records.TryGetValue(scope, out var records))
        {
            foreach (var record in records.Values)
            {
                record.Values.Forget(fieldId);
            }
        }
    }
}
