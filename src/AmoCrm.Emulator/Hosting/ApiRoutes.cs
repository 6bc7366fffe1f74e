using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Calls;
using AmoCrm.Emulator.Catalogs;
using AmoCrm.Emulator.Notes;
using AmoCrm.Emulator.Pipelines;
using AmoCrm.Emulator.Tags;
using AmoCrm.Emulator.Tasks;
using AmoCrm.Emulator.Users;
using AmoCrm.Emulator.Webhooks;
using AmoCrm.Emulator.Widgets;

namespace AmoCrm.Emulator.Hosting;

/// <summary>Every route, resource by resource.</summary>
internal static class ApiRoutes
{
    private static readonly string[] FieldScopes = ["leads", "contacts", "companies", "customers", "customers/segments", "catalogs/{catalog}"];

    public static RouteTable Create(AmoCrmEmulatorOptions options)
    {
        var routes = new RouteTable();
        new OAuthRoutes(options.RedirectUri).Add(routes);
        AccountRoutes.Add(routes);
        foreach (var kind in EntityKinds.All)
        {
            EntityRoutes.Add(routes, kind);
            LinkRoutes.Add(routes, kind.Plural);
            NoteRoutes.Add(routes, kind.Plural);
            TagRoutes.Add(routes, kind.Plural);
        }

        foreach (var scope in FieldScopes)
        {
            FieldRoutes.Add(routes, scope);
        }

        TaskRoutes.Add(routes);
        EventRoutes.Add(routes);
        CallRoutes.Add(routes);
        PipelineRoutes.Add(routes);
        UserRoutes.Add(routes);
        CatalogRoutes.Add(routes);
        WebhookRoutes.Add(routes);
        WidgetRoutes.Add(routes);
        return routes;
    }
}
