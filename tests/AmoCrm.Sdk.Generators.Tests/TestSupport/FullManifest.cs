namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>A manifest without a mistake that uses every key and every word of the language at least once.</summary>
internal static class FullManifest
{
    private const string Orders = """
        module: orders
        summary: Orders of the account.
        docs: https://example.com/orders
        clients:
          Orders: "  Orders, and what is in them.  "
          Notes: Notes.
        handlers:
          amocrm_list_orders:
            client: Orders
            method: ListOpen
            summary: Lists orders.
            remarks: "  Closed ones are left out.  "
            endpoint: GET /api/v4/orders/{kind}
            effect: read
            retry: safe
            params:
              kind: { type: string, aliases: [order_kind, sort], summary: Kind of the orders. }
              ids: { type: "int64[]?", style: brackets, query: "filter[id]", items: { min: 1, max: 5 }, exclusive: [price], summary: Ids. }
              with: { type: "OrderKind[]?", style: comma, summary: What to read along. }
              price: { type: NumberRange?, style: brackets, query: "filter[price]", summary: Price. }
              made: { type: DateTimeRange?, style: brackets, query: "filter[made]", requires: [price], summary: When it was made. }
              fields: { type: CustomFieldFilter?, style: brackets, query: "filter[fields]", needs: account.is_api_filter_enabled, summary: Conditions. }
              filter: { type: OrderFilter?, style: brackets, property: Conditions, summary: Conditions. }
              direction: { type: SortDirection?, default: asc, summary: Direction. }
              legacy: { type: string?, accepts: ignored, accepts_reason: Older agents send it., summary: Nothing. }
              mode: { type: string?, accepts: [full, short], summary: Only these. }
              scope: { type: CustomFieldScope?, default: leads, summary: Scope. }
            paging: { max: 250, default: 250, short_page_ends: false, totals: true, order: "order[id]" }
            returns: { page: Order, at: _embedded.orders }
            envelope: { output: orders, orders: $items, count: $count, page: $page, limit: $limit, has_more: $has_more, ids: $params.ids.count, price: $params.price, all: $result }
            docs: https://example.com/orders/list
            checked: [docs, php-client, memory]

          amocrm_get_orders:
            client: Orders
            method: GetAll
            summary: Reads all orders.
            endpoint: GET /api/v4/orders
            effect: read
            retry: safe
            returns: { list: Order }
            envelope: { output: orders, orders: $items, count: $count }
            checked: [docs]

          amocrm_get_order:
            client: Orders
            method: Get
            summary: Reads an order.
            endpoint: GET /api/v4/orders/{kind}/{order_id}
            effect: read
            retry: safe
            params:
              order_id: { type: int64, summary: Id. }
              kind: { type: string, summary: Kind. }
              depth: { type: int32?, positional: true, default: 2, summary: How deep. }
            returns: { entity: Order, success: [200], missing: [204, 404] }
            envelope: { output: order, order: $entity, order_id: $id, price: $result.price, depth: $params.depth }
            checked: [kommo]

          amocrm_create_order:
            client: Orders
            method: Create
            summary: Creates an order.
            endpoint: POST /api/v4/orders/{kind}
            effect: create
            retry: unsafe
            constants: { "meta.source": sdk, "meta.level": 5, "meta.share": 0.5, "meta.is_test": true, "meta.quote": "a \"b\" \\ c", "meta.none": null }
            batch: { best: 10, max: 50, method: CreateAll, handler: amocrm_create_orders, endpoint: "PATCH /api/v4/orders/{kind}", refuse: [name] }
            params:
              kind: { type: string, summary: Kind. }
              name: { type: string, max_length: 20, examples: Paper, summary: Name. }
              price: { type: decimal?, default: 1.5, range: { min: -3 }, summary: Price. }
              count: { type: int64?, default: -7, range: { max: 9 }, summary: Count. }
              urgent: { type: bool?, default: false, summary: Whether it is urgent. }
              level: { type: OrderLevel?, default: 2, summary: Level. }
              due: { type: AccountTime?, default: { from: Deadline }, summary: When it is due. }
              made: { type: unixTime?, default: 1700000000, summary: When it was made. }
              owner: { type: EntityType?, default: contacts, to: owner.type, summary: What owns it. }
              phones: { type: "string[]?", to: "fields[code=PHONE].values[].value", required_unless: [email], summary: Phones. }
              email: { type: string, to: "fields[code=EMAIL].values[].value", required_unless: [phones], summary: Address. }
              more: { type: CustomFieldInput?, to: fields, hook: CustomFields, scope: "catalogs/{kind}", summary: More fields. }
              tags: { type: "Part[]?", to: _embedded.tags, summary: Parts. }
              place: { type: json?, in: none, summary: For the hook. }
            returns: { created: CrmOrder, at: _embedded.orders, fetch: amocrm_get_crm_order, property: Made, extra: { number: int64, parts: "Part[]?" }, steps: true }
            envelope: { output: created, order: $entity, id: $id, request: $result.request_id, steps: $result.completed_steps, number: $result.number, fields: $params.more.count, done: true }
            checked: [docs]

          amocrm_update_order:
            client: Orders
            method: Update
            summary: Changes an order.
            endpoint: PATCH /api/v4/orders/{kind}
            effect: update
            retry: idempotent
            implementation: custom
            params:
              kind: { type: string, summary: Kind. }
              name: { type: string?, summary: Name. }
            returns: { updated: Order }
            envelope: { updated_at: $result.updated_at, output: updated, id: $result.id }
            checked: [docs]

          amocrm_get_crm_order:
            client: Orders
            method: GetCrm
            summary: Reads it.
            endpoint: GET /api/v4/orders/crm
            effect: read
            retry: safe
            params:
              id: { type: int64?, summary: Id. }
            returns: { entity: CrmOrder }
            envelope: { output: order }
            checked: [docs]

        """;

    private const string Notes = """
        module: order_notes
        summary: Notes of orders.
        docs: https://example.com/notes
        handlers:
          amocrm_delete_order_note:
            client: Notes
            method: Delete
            summary: Deletes a note.
            endpoint: DELETE /api/v4/notes/{note_id}
            effect: delete
            retry: idempotent
            unsupported: Nobody documents it.
            params:
              note_id: { type: int64, summary: Id. }
            returns: { nothing: true, success: [202] }
            envelope: { output: deleted, deleted: true, note: ~, note_id: $params.note_id }
            checked: [issues, third-party]

          amocrm_set_order_note:
            client: Notes
            method: Set
            summary: Sets a note.
            endpoint: POST /api/v4/notes
            effect: create
            retry: idempotent
            body: value
            nulls: assigned
            params:
              note: { type: json, in: body, summary: The note. }
            returns: { result: NoteResult }
            envelope: { output: note, note: $result, text: $result.text }
            checked: [docs]

          amocrm_move_order_note:
            client: Notes
            method: Move
            summary: Moves a note.
            endpoint: POST /api/v4/notes/move
            effect: update
            retry: unsafe
            body: object
            nulls: omit
            params:
              note_id: { type: int64, in: query, summary: Id. }
              text: { type: string?, to: note.text, summary: Text. }
              lines: { type: "string[]?", to: "note.lines[]", summary: Lines. }
            returns: { entity: Part }
            envelope: { output: moved, moved: $entity, text: $params.text }
            checked: [docs]

        """;

    private const string Models = """
        models:
          Order:
            summary: An order.
            docs: https://example.com/orders/fields
            kind: entity
            skip: [_links, account_id]
            fields:
              id: { type: int64?, summary: Id. }
              price: { type: decimal?, at: _embedded.price, property: Amount, summary: Price. }
              request_id: { type: string?, summary: Request. }
              fields: { type: CustomFieldValues?, summary: Fields. }
              responsible: { type: CallResponsible?, summary: Who. }
          CrmOrder:
            summary: An order of the CRM.
            kind: entity
            fields:
              name: { type: string?, summary: Name. }
          OrderFilter:
            summary: Conditions.
            kind: query
            fields:
              id: { type: "int64[]?", style: comma, query: ids, summary: Ids. }
              kinds: { type: "OrderKind[]?", summary: Kinds. }
          Part:
            summary: A part.
            kind: value
            shorthand: { string: kind, number: level }
            fields:
              kind: { type: OrderKind?, summary: Kind. }
              level: { type: OrderLevel?, summary: Level. }
          NoteResult:
            summary: What became of a note.
            kind: result
            fields:
              text: { type: string?, summary: Text. }

        enums:
          OrderKind:
            summary: Kinds of orders.
            docs: https://example.com/orders/kinds
            type: string
            values:
              in_stock: { summary: In stock. }
              "7": { name: Seventh, summary: The seventh. }
          OrderLevel:
            summary: Levels of orders.
            type: int64
            values:
              1: { name: Low, summary: Low. }
              2: { name: High, summary: High. }

        """;

    private const string Endpoints = """
        endpoints:
          - { method: GET, path: "/api/v4/orders", source: docs, page: orders, note: All. }
          - { method: GET, path: "/api/v4/orders/{kind}", values: { kind: [crm, shop] }, source: docs }
          - { method: GET, path: "/api/v4/orders/{kind}/{id}", source: docs }
          - { method: POST, path: "/api/v4/orders/{kind}", source: docs }
          - { method: PATCH, path: "/api/v4/orders/{kind}", source: docs }
          - { method: PUT, path: "/api/v4/orders", source: docs }
          - { method: DELETE, path: "/api/v4/orders", source: docs }
          - { method: POST, path: "/api/v4/notes", source: docs }
          - { method: POST, path: "/api/v4/notes/move", source: docs }

        """;

    private const string ParamNames = """
        param_names:
          ids: Ids.
          with: What to read along.
          made: When.
          filter: Conditions.
          direction: Direction.
          legacy: Nothing.
          mode: Mode.
          scope: Scope.
          depth: Depth.
          count: Count.
          urgent: Urgency.
          due: When.
          owner: Owner.
          phones: Phones.
          email: Address.
          more: More.
          tags: Tags.
          place: Place.
          note: A note.
          note_id: Id.
          lines: Lines.

        """;

    public static (string Path, string Text)[] Files { get; } =
    [
        ("/repo/spec/endpoints.yaml", Endpoints), ("/repo/spec/handlers/orders.yaml", Orders), ("/repo/spec/handlers/notes.yaml", Notes),
        ("/repo/spec/models/orders.yaml", Models), ("/repo/spec/param-names.yaml", ParamNames),
    ];
}
