using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Account;

/// <summary>An account whose facts the test sets, and which counts how often it is asked.</summary>
internal sealed class FakeAccount : IAccountReader
{
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 1, 31, 20, 30, 0, TimeSpan.Zero));

    public TimeProvider TimeProvider => Time;

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    public AccountKey Key { get; set; } = new("acme.amocrm.ru", "integration");

    public AccountInfo Info { get; set; } = new(true, AccountTimeZone.From("Europe/Moscow", "+03:00"));

    public List<CustomFieldDefinition> Fields { get; } = [];

    /// <summary>What the next read throws.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Holds reads back until the test lets them go.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int AccountReads { get; private set; }

    public int FieldReads { get; private set; }

    public ValueTask<AccountKey> GetKeyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Key);

    public async Task<AccountInfo> ReadAccountAsync()
    {
        AccountReads++;
        await WaitAsync();
        return Info;
    }

    public async Task<CustomFieldDefinitions> ReadFieldsAsync(CustomFieldScope scope)
    {
        FieldReads++;
        await WaitAsync();
        return new CustomFieldDefinitions(scope, [.. Fields]);
    }

    private async Task WaitAsync()
    {
        if (Gate is { } gate)
        {
            await gate.Task;
        }

        if (Failure is { } failure)
        {
            Failure = null;
            throw failure;
        }
    }
}
