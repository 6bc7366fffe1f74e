namespace AmoCrm.Emulator.Entities;

/// <summary>The records of one kind in lists by id, so that a page is cut out of a hundred thousand without sorting or copying them.</summary>
internal sealed class EntityTable
{
    private readonly Dictionary<long, EntityRecord> _byId = [];
    private readonly List<EntityRecord> _living = [];
    private readonly List<EntityRecord> _deleted = [];

    public IReadOnlyList<EntityRecord> Living => _living;

    public IReadOnlyList<EntityRecord> Deleted => _deleted;

    public EntityRecord? Find(long id) => _byId.GetValueOrDefault(id);

    public void Add(EntityRecord record)
    {
        _byId.Add(record.Id, record);
        _living.Insert(IndexFrom(_living, record.Id), record);
    }

    public void Bin(EntityRecord record)
    {
        if (_byId.Remove(record.Id))
        {
            _living.RemoveAt(IndexFrom(_living, record.Id));
            _deleted.Insert(IndexFrom(_deleted, record.Id), record);
        }
    }

    /// <summary>Where a record is or belongs; ids are counted up, so that a new one belongs at the end.</summary>
    private static int IndexFrom(List<EntityRecord> records, long id)
    {
        var (low, high) = (0, records.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = records[middle].Id < id ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
