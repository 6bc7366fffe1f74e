namespace AmoCrm.Emulator;

/// <summary>
/// Where accounts differ, or where no source says what amoCRM does, each question is a switch here; a test suite can run both ways.
/// All members may be changed while the emulator runs.
/// </summary>
public sealed class EmulatorBehaviour
{
    /// <summary>Whether the account has API filters. Off: <c>filter</c> on leads, contacts, companies and customers is ignored silently. On by default.</summary>
    public bool ApiFilterEnabled { get; set; } = true;

    /// <summary>The most items a page ever holds, below what was asked for; null (the default) means no such limit.</summary>
    public int? MaxPageItems { get; set; }

    /// <summary>What a <c>limit</c> above the maximum does; a page of 50 by default, as seen in the wild.</summary>
    public OverLimitPageSize OverLimitPageSize { get; set; } = OverLimitPageSize.FallBackTo50;

    /// <summary>Whether the last page carries <c>_links.next</c> too, as many lists of amoCRM do. On by default.</summary>
    public bool NextLinkOnLastPage { get; set; } = true;

    /// <summary>Whether an absent task result is <c>[]</c> (the default) or null.</summary>
    public bool EmptyTaskResultAsArray { get; set; } = true;

    /// <summary>Whether values of numeric fields are answered as strings (the default) or numbers.</summary>
    public bool NumericValuesAsStrings { get; set; } = true;

    /// <summary>Whether <c>is_deleted</c> of a list element that exists is null (the default) or false.</summary>
    public bool ElementIsDeletedNull { get; set; } = true;

    /// <summary>The most custom fields on a page: 50 (the default) or 250; the documentation says both.</summary>
    public int CustomFieldsPageMax { get; set; } = 50;

    /// <summary>The status that refuses every call about customers: 402, 403 or 422; 0 (the default) means that they are available.</summary>
    public int CustomersRefusal { get; set; }

    /// <summary>Whether PATCH on the collection of pipelines or stages works (open question 1); off by default: 405.</summary>
    public bool PipelineBatchPatch { get; set; }

    /// <summary>Which forms of list filters <c>/events</c> understands (open question 2); both by default. Others are ignored.</summary>
    public EventFilterForms EventFilterForms { get; set; } = EventFilterForms.Both;

    /// <summary>What DELETE of a lead, contact, company, customer or task does (open question 3); the route is missing by default.</summary>
    public DeleteRoute DeleteRoute { get; set; } = DeleteRoute.NotFound;

    /// <summary>Whether posting a disabled webhook again enables it (open question 4); off by default.</summary>
    public bool WebhookRepostEnables { get; set; }

    /// <summary>The answer for a task, note, event, list, element, user, role or field that is not there (open question 5); 204 by default.</summary>
    public MissingObjectAnswer MissingById { get; set; } = MissingObjectAnswer.NoContent;

    /// <summary>The answer for a pipeline or stage that is not there (open question 5); 404 by default.</summary>
    public MissingObjectAnswer MissingPipeline { get; set; } = MissingObjectAnswer.NotFound;

    /// <summary>Whether 429 carries <c>Retry-After: 1</c> (open question 6); off by default.</summary>
    public bool SendRetryAfter { get; set; }

    /// <summary>The most items in one write (open question 7); 250 by default.</summary>
    public int MaxWriteBatch { get; set; } = 250;

    /// <summary>What a larger write meets (open question 7); 504 by default.</summary>
    public OverMaxBatch OverMaxBatch { get; set; } = OverMaxBatch.GatewayTimeout;

    /// <summary>What a create of several leads, contacts, companies, customers, tasks or list elements does when some are invalid; it creates nothing by default.</summary>
    public InvalidBatchItem InvalidBatchItem { get; set; } = InvalidBatchItem.RefusesAll;

    /// <summary>What <c>request_id</c> in <c>validation-errors</c> is; the item's index by default.</summary>
    public ValidationRequestId ValidationRequestId { get; set; } = ValidationRequestId.Index;

    /// <summary>Whether <c>/leads/loss_reasons</c> exists (open question 8); on by default.</summary>
    public bool LossReasonsAvailable { get; set; } = true;

    /// <summary>Which parameter filters list elements by id (open question 9); both by default. The other is ignored.</summary>
    public ElementIdFilter ElementIdFilter { get; set; } = ElementIdFilter.Both;

    /// <summary>Life of the access tokens that <c>/oauth2/access_token</c> issues from now on; 24 hours by default.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Life of the refresh tokens that it issues from now on; 90 days by default.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Whether the second use of a refresh token revokes the consent that it came from: its access tokens and its newest refresh token die too, as users of amoCRM report. On by default.
    /// Off: only the second use itself is refused.
    /// </summary>
    public bool RefreshTokenReuseRevokes { get; set; } = true;

    /// <summary>Whether the person on the consent page refuses; off by default.</summary>
    public bool ConsentRefused { get; set; }

    /// <summary>The host of the account that the person on the consent page chooses; null (the default) means the first account.</summary>
    public string? ConsentAccountHost { get; set; }
}
