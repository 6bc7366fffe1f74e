using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>Reads facts about the account over the API.</summary>
internal sealed class AccountReader(AmoCrmApi api) : IAccountReader
{
    private static readonly Operation<NoArguments, AccountInfo> Account = new()
    {
        Handler = "amocrm_get_account",
        Method = HttpMethod.Get,
        PathTemplate = "/api/v4/account",
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Query = static (_, query) => query.AddComma("with", ["is_api_filter_enabled", "datetime_settings"]),
        Read = static (ref reader, _) => JsonRead.Model<Account>(ref reader) is { } account ? AccountInfo.From(account) : null,
    };

    // A page may be smaller than asked for (50 in the text of the documentation, 250 in its table): the counts decide, not its size.
    private static readonly PagingRules FieldPaging = new() { MaximumLimit = 250, DefaultLimit = 250, HasTotals = true };

    private static readonly Operation<CustomFieldScope, Page<CustomFieldDefinition>> Fields = new()
    {
        Handler = "amocrm_list_custom_fields",
        Method = HttpMethod.Get,
        PathTemplate = "/api/v4/{entity_type}/custom_fields",
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Path = static scope => $"/api/v4/{ApiPath.Segments(scope, "entity_type")}/custom_fields",
        Paging = FieldPaging,
        Read = static (ref reader, _) => PageJson.Read(ref reader, "custom_fields"u8, ReadField, default, FieldPaging),
        Absent = static _ => PageJson.Empty<CustomFieldDefinition>(default, FieldPaging),
    };

    public TimeProvider TimeProvider => api.TimeProvider;

    public TimeSpan Lifetime => api.Options.AccountMetadataLifetime;

    public ValueTask<AccountKey> GetKeyAsync(CancellationToken cancellationToken) => api.GetAccountKeyAsync(cancellationToken);

    public Task<AccountInfo> ReadAccountAsync() => api.SendAsync(Account, default, CancellationToken.None);

    public async Task<CustomFieldDefinitions> ReadFieldsAsync(CustomFieldScope scope)
    {
        var fields = new List<CustomFieldDefinition>();
        await foreach (var field in api.EnumerateAsync(Fields, scope, static field => field.Id, CancellationToken.None).ConfigureAwait(false))
        {
            fields.Add(field);
        }

        return new CustomFieldDefinitions(scope, fields);
    }

    private static CustomFieldDefinition? ReadField(ref Utf8JsonReader reader) =>
        CustomField.ReadFrom(ref reader) is { } field ? CustomFieldDefinition.From(field) : null;
}
