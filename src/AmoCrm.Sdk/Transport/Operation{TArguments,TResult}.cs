using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Transport;

/// <summary>The facts of one handler, as the manifest states them, with the functions over its arguments and its result. Emitted; the behaviour is in <see cref="AmoCrmApi"/>.</summary>
internal sealed class Operation<TArguments, TResult> : Operation
{
    /// <summary>Throws <see cref="AmoCrmArgumentException"/>; runs before anything else.</summary>
    public Action<TArguments>? Validate { get; init; }

    /// <summary>Fills in the defaults that have to be asked for.</summary>
    public Func<AmoCrmApi, TArguments, CancellationToken, ValueTask<TArguments>>? Prepare { get; init; }

    public Func<TArguments, CustomFieldInput?>? CustomFields { get; init; }

    public Func<TArguments, CustomFieldScope>? CustomFieldScope { get; init; }

    /// <summary>True when these arguments use the filters that amoCRM sells as an option.</summary>
    public Func<TArguments, bool>? ApiFilter { get; init; }

    /// <summary>Null where the path has no variables: it is the template then.</summary>
    public Func<TArguments, string>? Path { get; init; }

    /// <summary>Writes the query without <c>page</c> and <c>limit</c>.</summary>
    public Action<TArguments, QueryString>? Query { get; init; }

    public Func<TArguments, PageWindow>? Window { get; init; }

    /// <summary>True when the caller chose an order.</summary>
    public Func<TArguments, bool>? HasOrder { get; init; }

    public OperationBodyWriter<TArguments>? Body { get; init; }

    /// <summary>The name of the first given parameter that no batch can carry; null when there is none.</summary>
    public Func<TArguments, string?>? BatchRefusal { get; init; }

    /// <summary>Null where answers carry nothing: <see cref="Absent"/> then is the result.</summary>
    public OperationReader<TArguments, TResult>? Read { get; init; }

    public OperationManyReader<TResult>? ReadMany { get; init; }

    /// <summary>The result for an empty answer; null where an empty answer is an error.</summary>
    public Func<TArguments, TResult>? Absent { get; init; }

    public Func<TArguments, bool>? WantsFetch { get; init; }

    /// <summary>Completes the result of a write by reading the entity back, by <see cref="FetchBack"/>.</summary>
    public Func<AmoCrmApi, TArguments, TResult, CancellationToken, Task<TResult>>? Fetch { get; init; }

    /// <summary>Sends a create in a request with others; null where no other can be in it. That it is said here keeps bulk writes out of trimmed programs that only read.</summary>
    public OperationCoalescer<TArguments, TResult>? Coalesce { get; init; }

    /// <summary>In batches of creates: by what a result is matched with its request.</summary>
    public Func<TResult, string?>? ResultRequestId { get; init; }

    /// <summary>In batches of updates: the id of the entity to change.</summary>
    public Func<TArguments, long>? ArgumentsId { get; init; }

    /// <summary>In batches of updates: the id of the entity that was changed.</summary>
    public Func<TResult, long>? ResultId { get; init; }

    /// <summary>The path of a request with these arguments.</summary>
    public string PathOf(TArguments arguments) => Path is { } path ? path(arguments) : PathTemplate;
}
