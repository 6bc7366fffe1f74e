namespace AmoCrm.Emulator.Seed;

/// <summary>The demo account's tags.</summary>
internal static class DemoTags
{
    public static void Fill(AccountState account)
    {
        account.Tags.GetOrAdd("leads", "важный", "FFCE5A");
        account.Tags.GetOrAdd("leads", "юрлицо");
        account.Tags.GetOrAdd("contacts", "ЛПР");
        account.Tags.GetOrAdd("companies", "опт");
    }
}
