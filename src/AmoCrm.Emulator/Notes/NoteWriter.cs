namespace AmoCrm.Emulator.Notes;

/// <summary>Makes notes, and logs the event of each.</summary>
internal static class NoteWriter
{
    public static Note Create(EmulatorRequest request, EntityRef entity, string type, JsonObject? parameters, JsonObject item)
    {
        var account = request.Account;
        var owner = account.Entities.Find(entity)!;
        var responsible = item.Long("responsible_user_id") ?? owner.Fields.Long("responsible_user_id")!.Value;
        var author = item.Long("created_by") ?? request.UserId;
        var note = new Note(entity, new JsonObject
        {
            ["id"] = account.Ids.Next("notes"),
            ["entity_id"] = entity.Id,
            ["created_by"] = author,
            ["updated_by"] = item.Long("updated_by") ?? author,
            ["created_at"] = item.Long("created_at") ?? request.Now,
            ["updated_at"] = item.Long("updated_at") ?? request.Now,
            ["responsible_user_id"] = responsible,
            ["group_id"] = account.Users.GroupOf(responsible),
            ["note_type"] = type,
            ["params"] = parameters?.DeepClone() ?? new JsonObject(),
            ["account_id"] = account.Id,
        });
        account.Notes.Add(note);
        account.Events.AddNote(NoteTypes.EventOf(type), entity, author, note.Id);
        return note;
    }
}
