namespace AmoCrm.Sdk.Tests.Account;

public sealed class AccountMetadataTests
{
    private readonly FakeAccount _account = new();
    private readonly AccountMetadata _metadata;

    public AccountMetadataTests() => _metadata = new AccountMetadata(_account);

    [Fact]
    public async Task Facts_are_read_once_and_kept_for_their_lifetime()
    {
        await _metadata.GetTimeZoneAsync(default);
        Assert.True(await _metadata.IsApiFilterEnabledAsync(default));
        _account.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await _metadata.GetTimeZoneAsync(default);
        Assert.Equal(1, _account.AccountReads);

        _account.Time.Advance(TimeSpan.FromSeconds(1));
        await _metadata.GetTimeZoneAsync(default);

        Assert.Equal(2, _account.AccountReads);
    }

    [Fact]
    public async Task A_lifetime_of_zero_keeps_nothing()
    {
        _account.Lifetime = TimeSpan.Zero;

        await _metadata.GetTimeZoneAsync(default);
        await _metadata.GetTimeZoneAsync(default);
        await (await _metadata.GetAccountAsync(default)).GetFieldsAsync(CustomFieldScope.Leads, default);
        await (await _metadata.GetAccountAsync(default)).GetFieldsAsync(CustomFieldScope.Leads, default);

        Assert.Equal((2, 2), (_account.AccountReads, _account.FieldReads));
    }

    [Fact]
    public async Task All_who_wait_share_one_read()
    {
        _account.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var waiting = Enumerable.Range(0, 20).Select(_ => _metadata.GetTimeZoneAsync(default).AsTask()).ToArray();
        _account.Gate.SetResult();
        await Task.WhenAll(waiting);

        Assert.Equal(1, _account.AccountReads);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_others()
    {
        _account.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancellation = new CancellationTokenSource();

        var first = _metadata.GetTimeZoneAsync(cancellation.Token).AsTask();
        var second = _metadata.GetTimeZoneAsync(default).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _account.Gate.SetResult();

        Assert.Equal("Europe/Moscow", (await second).Zone.Id);
        Assert.Equal(1, _account.AccountReads);
    }

    [Fact]
    public async Task A_failed_read_fails_the_call_and_is_not_kept()
    {
        _account.Failure = new AmoCrmNetworkException("No connection.");

        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => _metadata.GetTimeZoneAsync(default).AsTask());

        Assert.NotNull(await _metadata.GetTimeZoneAsync(default));
        Assert.Equal(2, _account.AccountReads);
    }

    [Fact]
    public async Task That_filters_are_off_is_asked_again_after_a_minute()
    {
        _account.Info = new AccountInfo(false, _account.Info.TimeZone);
        Assert.False(await _metadata.IsApiFilterEnabledAsync(default));
        _account.Info = new AccountInfo(true, _account.Info.TimeZone);
        _account.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(await _metadata.IsApiFilterEnabledAsync(default));

        _account.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await _metadata.IsApiFilterEnabledAsync(default));
        Assert.Equal(2, _account.AccountReads);
    }

    [Fact]
    public async Task Another_account_or_integration_has_its_own_facts()
    {
        await _metadata.GetTimeZoneAsync(default);
        _account.Key = new("other.amocrm.ru", "integration");
        await _metadata.GetTimeZoneAsync(default);
        _account.Key = new("other.amocrm.ru", "another");
        await _metadata.GetTimeZoneAsync(default);
        _account.Key = new("acme.amocrm.ru", "integration");
        await _metadata.GetTimeZoneAsync(default);

        Assert.Equal(3, _account.AccountReads);
    }

    [Fact]
    public async Task Fields_are_kept_for_each_scope_until_they_are_dropped()
    {
        await (await _metadata.GetAccountAsync(default)).GetFieldsAsync(CustomFieldScope.Leads, default);
        await (await _metadata.GetAccountAsync(default)).GetFieldsAsync(CustomFieldScope.Catalog(5), default);
        await (await _metadata.GetAccountAsync(default)).GetFieldsAsync(CustomFieldScope.Leads, default);
        Assert.Equal(2, _account.FieldReads);
        Assert.NotNull(await (await _metadata.GetAccountAsync(default)).PeekFieldsAsync(CustomFieldScope.Leads));

        _metadata.DropFields(CustomFieldScope.Leads);

        Assert.Null(await (await _metadata.GetAccountAsync(default)).PeekFieldsAsync(CustomFieldScope.Leads));
        Assert.NotNull(await (await _metadata.GetAccountAsync(default)).PeekFieldsAsync(CustomFieldScope.Catalog(5)));
        Assert.Equal(2, _account.FieldReads);
    }

    [Fact]
    public async Task A_zone_that_nobody_told_is_an_error_that_says_what_to_do()
    {
        _account.Info = new AccountInfo(_account.Info.IsApiFilterEnabled, null);

        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => _metadata.GetTimeZoneAsync(default).AsTask());

        Assert.Contains("offset", exception.Message, StringComparison.Ordinal);
    }
}
