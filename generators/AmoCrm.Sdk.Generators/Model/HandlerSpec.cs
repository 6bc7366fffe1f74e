namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One handler: the facts of one operation of the API.</summary>
internal sealed record HandlerSpec
{
    /// <summary>The dispatch name, for example <c>amocrm_create_company</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The C# stem of its types, for example <c>CreateCompany</c>.</summary>
    public required string Stem { get; init; }

    public required string Module { get; init; }

    public required string Client { get; init; }

    /// <summary>The C# method without <c>Async</c>, for example <c>Create</c>.</summary>
    public required string Method { get; init; }

    public required string Summary { get; init; }

    public string? Remarks { get; init; }

    /// <summary>GET, POST, PATCH or DELETE.</summary>
    public required string HttpMethod { get; init; }

    /// <summary>The path template, for example <c>/api/v4/companies/{company_id}</c>.</summary>
    public required string Path { get; init; }

    public required HandlerEffect Effect { get; init; }

    public required RetrySafety Retry { get; init; }

    /// <summary>True when the body of the client's method is hand-written.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Why the public API does not document this endpoint; null when it does.</summary>
    public string? Unsupported { get; init; }

    public required BodyKind Body { get; init; }

    /// <summary>True when the request marks what was assigned and sends exactly that, null included.</summary>
    public bool TracksAssignment { get; init; }

    /// <summary>Every param, those the generator adds (page, limit, fetch, allow_unfiltered) included, in order.</summary>
    public required EquatableArray<ParamSpec> Params { get; init; }

    /// <summary>The body's structure, built from the params' targets; null when the handler sends none.</summary>
    public BodyNode? BodyTree { get; init; }

    public PagingSpec? Paging { get; init; }

    public BatchSpec? Batch { get; init; }

    public required ReturnsSpec Returns { get; init; }

    public required EnvelopeSpec Envelope { get; init; }

    public required string Docs { get; init; }

    public required EquatableArray<string> Checked { get; init; }
}
