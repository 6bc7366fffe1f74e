using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CallsClient
{
    private const int DefaultLimit = 250;

    public async partial Task<CallPage> ListAsync(ListCallsRequest? request, CancellationToken cancellationToken)
    {
        Validate(request);
        var limit = request?.Limit ?? DefaultLimit;
        var number = request?.Page ?? 1;
        var calls = new List<LoggedCall>();
        var more = new List<CallPageMore>();
        foreach (var type in TypesOf(request))
        {
            try
            {
                var notes = CallNotes.List(request, new NoteOrder { Id = SortDirection.Descending });
                notes.Page = number;
                notes.Limit = limit;
                var page = await _api.Client.Notes.ListAsync(type, notes, cancellationToken).ConfigureAwait(false);
                calls.AddRange(page.Items.Select(note => CallNotes.Read(note, type)));
                more.Add(new CallPageMore { EntityType = type, HasMore = page.HasMore });
            }
            catch (AmoCrmApiException exception) when (request?.EntityType is null && type == EntityType.Customers && RefusedList.IsMeantBy(exception))
            {
                // An account without customers has no calls of theirs either.
            }
        }

        return new CallPage
        {
            Items = [.. calls.OrderByDescending(static call => call.CreatedAt).ThenByDescending(static call => call.Id)],
            Count = calls.Count,
            Page = number,
            Limit = limit,
            HasMore = more.Exists(static type => type.HasMore),
            More = more,
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LoggedCall> EnumerateAsync(ListCallsRequest? request = null, CancellationToken cancellationToken = default)
    {
        Validate(request);
        var sources = TypesOf(request).Select(type => EnumerateAsync(type, request, cancellationToken)).ToList();
        return OrderedMerge.By(sources, static call => call.UpdatedAt ?? DateTimeOffset.MinValue, cancellationToken);
    }

    // amoCRM sorts notes by id or by change, and ids of four lists cannot be merged. What changes while this runs moves to the end: it comes twice then, and the call behind it
    // may be passed over, which is why the docs of the interface say so.
    private async IAsyncEnumerable<LoggedCall> EnumerateAsync(
        EntityType type, ListCallsRequest? request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notes = CallNotes.List(request, new NoteOrder { UpdatedAt = SortDirection.Ascending });
        notes.Limit = request?.Limit;
        var enumerator = _api.Client.Notes.EnumerateAsync(type, notes, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (enumerator.ConfigureAwait(false))
        {
            while (await MoveNextAsync(enumerator, isOptional: request?.EntityType is null && type == EntityType.Customers).ConfigureAwait(false))
            {
                yield return CallNotes.Read(enumerator.Current, type);
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<Note> notes, bool isOptional)
    {
        try
        {
            return await notes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (AmoCrmApiException exception) when (isOptional && RefusedList.IsMeantBy(exception))
        {
            return false;
        }
    }

    private static IReadOnlyList<EntityType> TypesOf(ListCallsRequest? request) => request?.EntityType is { } type ? [type] : MainEntities.Types;

    private static void Validate(ListCallsRequest? request)
    {
        var operation = AdvancedOperations.ListCalls;
        operation.Validate?.Invoke(request ?? new ListCallsRequest());
        if (request is null)
        {
            return;
        }

        CallNotes.Check(operation.Handler, request.Direction, request.EntityType);
        if (request.EntityType is null && request.Page > 1)
        {
            throw new AmoCrmArgumentException(operation.Handler, "page", "Further pages need entity_type: there is no common page of four lists.");
        }

        if (request.EntityType is null && request.Filter?.EntityIds is not null)
        {
            throw new AmoCrmArgumentException(operation.Handler, "filter", "filter.entity_id needs entity_type: the same id means another entity in each list.");
        }
    }
}
