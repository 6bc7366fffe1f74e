using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Catalogs;
using AmoCrm.Emulator.Notes;
using AmoCrm.Emulator.Pipelines;
using AmoCrm.Emulator.Tags;
using AmoCrm.Emulator.Tasks;
using AmoCrm.Emulator.Users;
using AmoCrm.Emulator.Webhooks;
using AmoCrm.Emulator.Widgets;

namespace AmoCrm.Emulator.Accounts;

/// <summary>All that one account holds. Whoever reads or writes it holds <see cref="Gate"/>.</summary>
internal sealed class AccountState
{
    public AccountState(string host, string name, long id, TimeProvider clock)
    {
        Host = host;
        Tokens = new TokenStore(host);
        Name = name;
        Id = id;
        Clock = clock;
        Events = new EventLog(clock);
        Entities = new EntityStore();
        Fields = new FieldTable(this);
        Tags = new TagTable(Ids);
    }

    public SyncRoot Gate { get; } = new();

    /// <summary>Changes when the account is renamed.</summary>
    public string Host { get; set; }

    public string Subdomain => Host.Split('.')[0];

    public string BaseDomain => Host[(Host.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>The shard that knows the account under any name.</summary>
    public string ApiHost => "api-a." + BaseDomain;

    public string Name { get; }

    public long Id { get; }

    public TimeProvider Clock { get; }

    public IdSequences Ids { get; } = new();

    public EntityStore Entities { get; }

    public LinkTable Links { get; } = new();

    public TagTable Tags { get; }

    public FieldTable Fields { get; }

    public EventLog Events { get; }

    public TaskStore Tasks { get; } = new();

    public NoteStore Notes { get; } = new();

    public PipelineStore Pipelines { get; } = new();

    public UserStore Users { get; } = new();

    public CatalogStore Catalogs { get; } = new();

    public WebhookStore Webhooks { get; } = new();

    public WidgetStore Widgets { get; } = new();

    public TokenStore Tokens { get; }

    public bool IsRussian => Host.EndsWith(".amocrm.ru", StringComparison.Ordinal);
}
