namespace AmoCrm.Sdk.Handlers;

/// <summary>Calls as amoCRM keeps them: notes of the kinds <c>call_in</c> and <c>call_out</c>.</summary>
internal static class CallNotes
{
    /// <exception cref="AmoCrmArgumentException">There is no such direction, or entities of the type have no calls.</exception>
    public static void Check(string handler, CallDirection? direction, EntityType? entityType)
    {
        if (direction is { IsKnown: false } unknown)
        {
            throw new AmoCrmArgumentException(handler, "direction", $"There is no direction '{unknown}': allowed are {string.Join(", ", CallDirection.KnownValues)}.");
        }

        if (entityType is { } type && !MainEntities.Types.Contains(type))
        {
            throw new AmoCrmArgumentException(handler, "entity_type", $"'{type}' has no calls: allowed are {string.Join(", ", MainEntities.Types)}.");
        }
    }

    public static NoteType TypeOf(CallDirection? direction) => direction == CallDirection.Inbound ? NoteType.CallIn : NoteType.CallOut;

    /// <summary>The note that says what a call would.</summary>
    public static AddNoteRequest From(CreateCallRequest call, string applicationName) => new()
    {
        NoteType = TypeOf(call.Direction),
        Phone = call.Phone,
        Duration = call.Duration ?? 0,
        Source = call.Source ?? applicationName,
        Uniq = call.Uniq,
        Link = call.Link,
        CallResult = call.CallResult,
        CallStatus = call.CallStatus,
        CallResponsible = call.CallResponsible,
        ResponsibleUserId = call.ResponsibleUserId,
        CreatedBy = call.CreatedBy,
        CreatedAt = call.CreatedAt,
        UpdatedAt = call.UpdatedAt,
    };

    /// <summary>The call that a note says.</summary>
    public static LoggedCall Read(Note note, EntityType entityType) => new()
    {
        Id = note.Id,
        EntityType = entityType,
        EntityId = note.EntityId,
        Direction = note.NoteType == NoteType.CallIn ? CallDirection.Inbound : CallDirection.Outbound,
        Phone = note.Parameters?.Phone,
        Duration = note.Parameters?.Duration,
        Source = note.Parameters?.Source,
        Link = note.Parameters?.Link,
        CallResult = note.Parameters?.CallResult,
        CallStatus = note.Parameters?.CallStatus,
        CreatedAt = note.CreatedAt,
        UpdatedAt = note.UpdatedAt,
        Note = note,
    };

    /// <summary>The list of notes that holds the calls of one entity type.</summary>
    public static ListNotesRequest List(ListCallsRequest? calls, NoteOrder order) => new()
    {
        Filter = new NoteFilter
        {
            Ids = calls?.Filter?.Ids,
            EntityIds = calls?.Filter?.EntityIds,
            UpdatedAt = calls?.Filter?.UpdatedAt,
            NoteTypes = calls?.Direction is { } direction ? [TypeOf(direction)] : [NoteType.CallIn, NoteType.CallOut],
        },
        Order = order,
    };
}
