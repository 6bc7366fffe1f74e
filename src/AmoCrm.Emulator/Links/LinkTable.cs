namespace AmoCrm.Emulator.Links;

/// <summary>The links of an account, and the rules: one company at most, one main contact.</summary>
internal sealed class LinkTable
{
    /// <summary>Each link is under both its ends.</summary>
    private readonly Dictionary<EntityRef, List<Link>> _links = [];

    /// <summary>The links of an entity, oldest first.</summary>
    public IReadOnlyList<Link> Of(EntityRef entity) => _links.TryGetValue(entity, out var links) ? links : [];

    /// <summary>The links of an entity to objects of a type, oldest first.</summary>
    public IEnumerable<(EntityRef To, Link Link)> Of(EntityRef entity, string toType) =>
        Of(entity).Select(link => (To: link.FarEnd(entity), Link: link)).Where(pair => pair.To.Type == toType);

    public Link? Find(EntityRef first, EntityRef second)
    {
        // A company may have thousands of links where a contact has few.
        var (one, other) = (Of(first), Of(second));
        return (one.Count < other.Count ? one : other).FirstOrDefault(link => link.Joins(first, second));
    }

    /// <summary>Links two objects, or finds their link. What the new link displaces is answered in <paramref name="displaced"/>.</summary>
    public Link Add(EntityRef from, EntityRef to, out IReadOnlyList<Link> displaced)
    {
        displaced = [];
        if (Find(from, to) is { } known)
        {
            return known;
        }

        displaced = Displaced(from, to);
        foreach (var old in displaced)
        {
            Detach(old);
        }

        var link = new Link(from, to);
        if (MainOwner(from, to) is { } owner)
        {
            link.IsMain = !Of(owner, "contacts").Any();
        }

        Attach(from, link);
        Attach(to, link);
        return link;
    }

    public bool Remove(EntityRef first, EntityRef second)
    {
        if (Find(first, second) is not { } link)
        {
            return false;
        }

        Detach(link);
        if (link.IsMain && MainOwner(first, second) is { } owner && Of(owner, "contacts").FirstOrDefault().Link is { } heir)
        {
            heir.IsMain = true;
        }

        return true;
    }

    public void RemoveAll(EntityRef entity)
    {
        foreach (var link in Of(entity).ToList())
        {
            Detach(link);
        }
    }

    public void MakeMain(EntityRef first, EntityRef second)
    {
        if (MainOwner(first, second) is not { } owner)
        {
            return;
        }

        foreach (var (_, link) in Of(owner, "contacts"))
        {
            link.IsMain = link.Joins(first, second);
        }
    }

    /// <summary>The lead or customer of a pair with a contact: only these have a main contact.</summary>
    public static EntityRef? MainOwner(EntityRef first, EntityRef second)
    {
        var (contact, owner) = first.Type == "contacts" ? (first, second) : (second, first);
        return contact.Type == "contacts" && owner.Type is ("leads" or "customers") ? owner : null;
    }

    private void Attach(EntityRef end, Link link)
    {
        if (!_links.TryGetValue(end, out var links))
        {
            _links[end] = links = [];
        }

        links.Add(link);
    }

    private void Detach(Link link)
    {
        foreach (var end in new[] { link.One, link.Other })
        {
            _links[end].Remove(link);
        }
    }

    /// <summary>A lead, contact or customer has one company at most: a new one replaces it.</summary>
    private List<Link> Displaced(EntityRef from, EntityRef to)
    {
        var (company, member) = from.Type == "companies" ? (from, to) : (to, from);
        return company.Type == "companies" && member.Type is ("leads" or "contacts" or "customers")
            ? Of(member, "companies").Select(pair => pair.Link).ToList()
            : [];
    }
}
