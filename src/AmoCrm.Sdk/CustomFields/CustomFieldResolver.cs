namespace AmoCrm.Sdk;

/// <summary>
/// Turns a <see cref="CustomFieldInput"/> into what is sent. Guessing is what the legacy system did (an unknown choice became the first one): here
/// whatever is unknown or ambiguous is an error that lists what there is.
/// </summary>
internal sealed class CustomFieldResolver(AccountCache account, CustomFieldScope scope, string handler)
{
    public async ValueTask<ResolvedCustomFields> ResolveAsync(CustomFieldInput input, CancellationToken cancellationToken)
    {
        var mustKnow = MustKnowFields(input);
        // Where nothing has to be looked up, what is known already is used for what it is worth; it costs nothing.
        var definitions = mustKnow
            ? await account.GetFieldsAsync(scope, cancellationToken).ConfigureAwait(false)
            : await account.PeekFieldsAsync(scope).ConfigureAwait(false);
        try
        {
            return await ResolveAsync(input, definitions, cancellationToken).ConfigureAwait(false);
        }
        catch (AmoCrmArgumentException) when (definitions is not null)
        {
            // A person may just have made the field or the choice.
            var newer = await account.GetFieldsAsync(scope, AccountCache.MaximumAgeOfNo, cancellationToken).ConfigureAwait(false);
            if (ReferenceEquals(newer, definitions))
            {
                throw;
            }

            return await ResolveAsync(input, newer, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ResolvedCustomFields> ResolveAsync(CustomFieldInput input, CustomFieldDefinitions? definitions, CancellationToken cancellationToken)
    {
        var fields = new ResolvedCustomField[input.Count];
        var count = 0;
        foreach (var (key, value) in input.Fields)
        {
            var definition = FindDefinition(key, value, definitions);
            var zone = CustomFieldValueConverter.NeedsTimeZone(definition, value)
                ? await account.GetTimeZoneAsync(cancellationToken).ConfigureAwait(false)
                : AccountTimeZone.Utc;
            var items = value is null ? null : new CustomFieldValueConverter(handler, key, definition, zone).Convert(value);
            var field = new ResolvedCustomField(definition?.Id ?? new CustomFieldKey(key).Id, definition?.Code ?? new CustomFieldKey(key).Code, items);
            foreach (var other in fields.AsSpan(0, count))
            {
                if (IsSame(other, field))
                {
                    throw Error($"The field '{key}' is given twice, by different keys.");
                }
            }

            fields[count++] = field;
        }

        return new ResolvedCustomFields(fields);
    }

    private CustomFieldDefinition? FindDefinition(string key, CustomFieldInputValue? value, CustomFieldDefinitions? definitions)
    {
        if (definitions is null)
        {
            return null;
        }

        var found = definitions.Find(key);
        if (found.Count > 1)
        {
            var ids = string.Join(", ", found.Select(static field => FormattableString.Invariant($"{field.Id}")));
            throw Error($"Several fields of {scope} are named '{key}' (ids {ids}): use the id.");
        }

        if (found.Count == 1)
        {
            return found[0];
        }

        if (new CustomFieldKey(key).IsSendable && !CustomFieldValueConverter.NeedsDefinition(key, value))
        {
            return null;
        }

        throw Error($"There is no field '{key}' in {scope}. {CustomFieldChoices.Describe("Fields", definitions.Fields.Select(static field => field.Title))}");
    }

    /// <summary>Whether something is named that only the account's definitions can tell.</summary>
    private static bool MustKnowFields(CustomFieldInput input)
    {
        foreach (var (key, value) in input.Fields)
        {
            if (!new CustomFieldKey(key).IsSendable || CustomFieldValueConverter.NeedsDefinition(key, value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(ResolvedCustomField left, ResolvedCustomField right) =>
        (left.Id is not null && left.Id == right.Id) || (left.Code is not null && left.Code == right.Code);

    private AmoCrmArgumentException Error(string message) => new(handler, "custom_fields", message);
}
