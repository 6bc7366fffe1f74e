namespace AmoCrm.Emulator.Admin;

/// <summary>What people, not the API, do to an account.</summary>
internal static class AdminActions
{
    public static bool DisableWebhook(AccountState account, string destination)
    {
        if (account.Webhooks.Find(destination) is not { } webhook)
        {
            return false;
        }

        webhook["disabled"] = true;
        return true;
    }

    /// <summary>Switches the integration off and on again: every code and token that was issued until now is dead.</summary>
    public static void RevokeTokens(AccountState account) => account.Tokens.RevokeAll();

    public static bool Delete(AccountState account, string type, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && EntityBin.Delete(account, new EntityRef(type, number), account.Users.Admin.Long("id")!.Value);
}
