namespace AmoCrm.Emulator.Notes;

/// <summary>The notes of an account, of all entities.</summary>
internal sealed class NoteStore
{
    private readonly SortedDictionary<long, Note> _notes = [];

    public IEnumerable<Note> Of(string entityType) => _notes.Values.Where(note => note.Entity.Type == entityType);

    public Note? Find(string entityType, long id) =>
        _notes.TryGetValue(id, out var note) && note.Entity.Type == entityType ? note : null;

    public void Add(Note note) => _notes.Add(note.Fields.Long("id")!.Value, note);
}
