using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class EventsClient
{
    private const int NewestEvents = 10;

    public async partial Task<CreateEventResult> CreateAsync(CreateEventRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TasksOperations.CreateEvent.Validate?.Invoke(request);
        var plan = EventPlan.For(request, _api.Options.ApplicationName);
        var result = plan.Note is { } note
            ? await WriteNoteAsync(plan, request, note, cancellationToken).ConfigureAwait(false)
            : await WriteTaskAsync(plan, request, cancellationToken).ConfigureAwait(false);
        return request.Fetch is true ? await WithEventAsync(result, plan, request, cancellationToken).ConfigureAwait(false) : result;
    }

    private async Task<CreateEventResult> WriteNoteAsync(EventPlan plan, CreateEventRequest request, AddNoteRequest note, CancellationToken cancellationToken)
    {
        var written = await _api.Client.Notes.AddAsync(request.EntityType, request.EntityId, note, cancellationToken).ConfigureAwait(false);
        return new CreateEventResult { Via = plan.Route, NoteId = written.Id };
    }

    private async Task<CreateEventResult> WriteTaskAsync(EventPlan plan, CreateEventRequest request, CancellationToken cancellationToken)
    {
        var task = new CreateTaskRequest
        {
            Text = plan.Text,
            EntityType = request.EntityType,
            EntityId = request.EntityId,
            TaskTypeId = TaskType.Meeting,
            CompleteTill = request.CompleteTill,
            CreatedBy = request.CreatedBy,
        };
        var written = await _api.Client.Tasks.CreateAsync(task, cancellationToken).ConfigureAwait(false);
        return new CreateEventResult { Via = plan.Route, TaskId = written.Id };
    }

    // Read once: amoCRM writes its log a little later, and the note or task is there already. A failure of this read must not make a caller repeat the write.
    private Task<CreateEventResult> WithEventAsync(CreateEventResult result, EventPlan plan, CreateEventRequest request, CancellationToken cancellationToken)
    {
        var filter = new EventFilter
        {
            Types = [plan.EventType],
            EntityTypes = [result.TaskId is null ? request.EntityType.Singular : "task"],
            EntityIds = [result.TaskId ?? request.EntityId],
        };
        return FetchBack.ReadAsync(
            _api,
            result,
            TasksOperations.ListEvents,
            new ListEventsRequest { Filter = filter, Limit = NewestEvents },
            static (written, page, _) => page?.Items.FirstOrDefault(entry => IsOf(entry, written)) is { } logged ? written with { Event = logged, EventId = logged.Id } : written,
            cancellationToken);
    }

    private static bool IsOf(CrmEvent entry, CreateEventResult written) =>
        written.TaskId is not null || (entry.ValueAfter ?? []).Any(value => value.Note?.Id == written.NoteId);
}
