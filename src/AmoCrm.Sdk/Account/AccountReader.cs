using System.Globalization;
using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>Reads facts about the account over the API.</summary>
internal sealed class AccountReader(AmoCrmApi api) : IAccountReader
{
    private const string AccountHandler = "amocrm_get_account";
    private const string FieldsHandler = "amocrm_list_custom_fields";

    private static readonly PagingRules FieldPaging = new() { MaximumLimit = 250, DefaultLimit = 250, HasTotals = true };

    public TimeProvider TimeProvider => api.TimeProvider;

    public TimeSpan Lifetime => api.Options.AccountMetadataLifetime;

    public ValueTask<AccountKey> GetKeyAsync(CancellationToken cancellationToken) => api.GetAccountKeyAsync(cancellationToken);

    public async Task<AccountInfo> ReadAccountAsync()
    {
        var response = await SendAsync(AccountHandler, "/api/v4/account", "with=is_api_filter_enabled,datetime_settings,task_types").ConfigureAwait(false);
        return Read(response, AccountHandler, AccountInfoJson.Read);
    }

    public async Task<CustomFieldDefinitions> ReadFieldsAsync(CustomFieldScope scope)
    {
        var fields = new List<CustomFieldDefinition>();
        for (var number = 1; ; number++)
        {
            var window = new PageWindow(number, FieldPaging.MaximumLimit);
            var page = await ReadPageAsync(scope, window).ConfigureAwait(false);
            fields.AddRange(page.Items);

            // A page may be smaller than asked for (50 in the text of the documentation, 250 in its table): the counts decide, not its size.
            if (!page.HasMore)
            {
                return new CustomFieldDefinitions(scope, fields);
            }
        }
    }

    private async Task<Page<CustomFieldDefinition>> ReadPageAsync(CustomFieldScope scope, PageWindow window)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"page={window.Page}&limit={window.Limit}");
        var response = await SendAsync(FieldsHandler, $"/api/v4/{scope.Path}/custom_fields", query).ConfigureAwait(false);
        return response.Body.IsEmpty
            ? PageJson.Empty<CustomFieldDefinition>(window, FieldPaging)
            : Read(response, FieldsHandler, body => ReadPage(body, window));
    }

    private static Page<CustomFieldDefinition> ReadPage(ReadOnlySpan<byte> body, PageWindow window)
    {
        var reader = new Utf8JsonReader(body);
        JsonRead.Advance(ref reader);
        return PageJson.Read(ref reader, "custom_fields"u8, CustomFieldDefinitionJson.Read, window, FieldPaging);
    }

    private async Task<AmoCrmResponse> SendAsync(string handler, string path, string query)
    {
        var request = new AmoCrmRequest(HttpMethod.Get, path) { Query = query, Handler = handler };
        var response = await api.SendRawAsync(request, CancellationToken.None).ConfigureAwait(false);
        return response.EnsureSuccess();
    }

    private static T Read<T>(AmoCrmResponse response, string handler, BodyReader<T> read)
    {
        try
        {
            return read(response.Body.Span);
        }
        catch (JsonException exception)
        {
            throw new AmoCrmInvalidResponseException($"{handler}: the answer is not what amoCRM documents. {exception.Message}", response.StatusCode, exception)
            {
                Handler = handler,
            };
        }
    }

    private delegate T BodyReader<out T>(ReadOnlySpan<byte> body);
}
