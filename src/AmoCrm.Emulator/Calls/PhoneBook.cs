namespace AmoCrm.Emulator.Calls;

/// <summary>Finds whom a call belongs to: by the last ten digits, then the rule of leads and customers (catalogue 1.23).</summary>
internal static class PhoneBook
{
    public static EntityRecord? FindTarget(AccountState account, string phone)
    {
        var wanted = LastTen(phone);
        if (wanted.Length == 0
            || (FindOwner(account, EntityKinds.Contacts, wanted) ?? FindOwner(account, EntityKinds.Companies, wanted)) is not { } owner)
        {
            return null;
        }

        var leads = Linked(account, owner, EntityKinds.Leads).Where(lead => lead.Fields.Long("status_id") is not (LeadStage.Won or LeadStage.Lost)).ToList();
        var customers = Linked(account, owner, EntityKinds.Customers).ToList();
        return (leads.Count, customers.Count) switch
        {
            (1, 0) => leads[0],
            (0, 1) => customers[0],
            _ => owner,
        };
    }

    private static EntityRecord? FindOwner(AccountState account, EntityKind kind, string wanted) =>
        account.Entities.Of(kind.Plural).FirstOrDefault(record => record.Values.All
            .Where(value => value.Field.Text("code") == "PHONE")
            .SelectMany(value => value.Values!.OfType<JsonObject>())
            .Any(value => LastTen(value.Text("value") ?? string.Empty) == wanted));

    private static IEnumerable<EntityRecord> Linked(AccountState account, EntityRecord owner, EntityKind kind) =>
        account.Links.Of(owner.Ref, kind.Plural).Select(pair => account.Entities.Find(pair.To)).OfType<EntityRecord>();

    private static string LastTen(string phone)
    {
        var digits = EntitySearch.Digits(phone);
        return digits.Length > 10 ? digits[^10..] : digits;
    }
}
