using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>Reads the facts that <see cref="AccountMetadata"/> keeps. Its reads belong to all who wait for them, so no caller can cancel them.</summary>
internal interface IAccountReader
{
    TimeProvider TimeProvider { get; }

    /// <summary>How long facts are kept; zero: not at all.</summary>
    TimeSpan Lifetime { get; }

    /// <summary>Which account the settings name now.</summary>
    ValueTask<AccountKey> GetKeyAsync(CancellationToken cancellationToken);

    Task<AccountInfo> ReadAccountAsync();

    Task<CustomFieldDefinitions> ReadFieldsAsync(CustomFieldScope scope);
}
