namespace AmoCrm.Emulator;

/// <summary>One account of the emulator.</summary>
public sealed class EmulatorAccountOptions
{
    /// <summary>The logical host, such as <c>demo.amocrm.ru</c>: requests reach the account by their Host header.</summary>
    public required string Host { get; init; }

    /// <summary>The account's name; by default that of the demo account, or the host where there is no demo data.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it starts with the demo data; null (the default) follows <see cref="AmoCrmEmulatorOptions.Seed"/>.</summary>
    public bool? Seed { get; init; }
}
