using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Protects the secrets of one agent, each for its own purpose: what is stored for one agent or key is of no use to another.</summary>
internal sealed class SecretProtector
{
    /// <summary>What a protected value begins with in a document.</summary>
    public const string Prefix = "protected:v1:";

    // Of every version, so that a value of a newer one is not sent to amoCRM as a token.
    private const string PrefixOfAll = "protected:";

    private const string Purpose = "AmoCrm.Sdk.Hosting.ProtectedSettingsStore";

    private readonly string _agentId;
    private readonly IDataProtector _protector;

    public SecretProtector(IDataProtectionProvider provider, string agentId)
    {
        _agentId = agentId;
        _protector = provider.CreateProtector(Purpose, "v1", agentId);
    }

    public static bool IsProtected([NotNullWhen(true)] AmoCrmSecret? stored) => stored?.Reveal().StartsWith(PrefixOfAll, StringComparison.Ordinal) == true;

    /// <summary>A secret as it is to be stored. Spaces around it are left out and an empty one is none, as everywhere in settings.</summary>
    /// <exception cref="AmoCrmConfigurationException">The keys cannot be used.</exception>
    public AmoCrmSecret? Protect(string key, AmoCrmSecret? secret)
    {
        var text = secret?.Reveal().Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (IsProtected(text))
        {
            throw new AmoCrmConfigurationException($"{key} of agent '{_agentId}' is protected already, so it was read past the protection: give the value itself.");
        }

        try
        {
            return Prefix + _protector.CreateProtector(key).Protect(text);
        }
        catch (CryptographicException exception)
        {
            throw new AmoCrmConfigurationException(
                $"{key} of agent '{_agentId}' could not be protected, so it was not written: see that this process can read and write the key ring of data protection.", exception);
        }
    }

    /// <summary>What a document holds, as it is meant. A value without the prefix was written without protection and is what it is.</summary>
    /// <exception cref="AmoCrmConfigurationException">It cannot be read with the keys of this process.</exception>
    [return: NotNullIfNotNull(nameof(stored))]
    public AmoCrmSecret? Unprotect(string key, AmoCrmSecret? stored) =>
        TryUnprotect(key, stored, out var secret, out var cause)
            ? secret
            : throw new AmoCrmConfigurationException(
                $"{key} of agent '{_agentId}' is protected and cannot be read here: the key ring of data protection is not the one it was written with (or its application name is another), "
                + "or it was written for another agent. Give this process that key ring; if it is lost, write the value anew (for tokens: authorise the integration again).",
                cause);

    public bool TryUnprotect(string key, AmoCrmSecret? stored, out AmoCrmSecret? secret, out CryptographicException? cause)
    {
        secret = stored;
        cause = null;
        if (!IsProtected(stored))
        {
            return true;
        }

        secret = null;
        var text = stored.Reveal();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            secret = _protector.CreateProtector(key).Unprotect(text[Prefix.Length..]);
            return true;
        }
        catch (CryptographicException exception)
        {
            cause = exception;
            return false;
        }
    }

    /// <summary>Fails as <see cref="Protect"/> would, while nothing is at stake yet.</summary>
    public void Try(string key) => Protect(key, AmoCrmSecret.Mask);
}
